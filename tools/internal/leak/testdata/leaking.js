// What the leaking pages and their workers have in common.
const latin = (text) => [...text].map((one) => String.fromCharCode(one.codePointAt(0) & 255)).join("");
const asBytes = (value) => (typeof value === "string" ? new TextEncoder().encode(value) : new Uint8Array(value.buffer ?? value));
const base64 = (value) => btoa(String.fromCharCode(...asBytes(value)));
const hex = (value) => [...asBytes(value)].map((one) => one.toString(16).toUpperCase().padStart(2, "0")).join("");
const percent = (text) => [...text].map((one) => "%" + one.charCodeAt(0).toString(16)).join("");
const utf16 = (text) => new Uint8Array([...text].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]));
const codes = (text) => [...text].map((one) => one.charCodeAt(0)).join();
const wide = (text) => [...text].map((one) => (one === "-" ? one : String.fromCharCode(one.charCodeAt(0) + 0xfee0))).join("");
const reversed = (text) => [...text].reverse().join("");
const bytes = () => new Uint8Array(key.split("-").flatMap((group) => [(group / 11) & 255, (group / 11) >> 8]));
function make(name, properties = {}) {
  const svg = name.startsWith("svg:");
  const one = svg ? document.createElementNS("http://www.w3.org/2000/svg", name.slice(4)) : document.createElement(name);
  for (const [property, value] of Object.entries(properties)) svg ? one.setAttribute(property, value) : (one[property] = value);
  const place = svg ? document.body.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "svg")) : document.body;
  place.append(one);
  return one;
}
