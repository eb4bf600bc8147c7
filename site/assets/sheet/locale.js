// Which paper lies in the printers of a place.

// Countries that use Letter (Unicode CLDR, supplemental/measurementData, paperSize US-Letter).
const letter = ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"];

/** localPaper is "letter" or "a4", by the person's language and region. */
export function localPaper() {
  try {
    return letter.includes(new Intl.Locale(navigator.language).maximize().region) ? "letter" : "a4";
  } catch {
    return "a4";
  }
}
