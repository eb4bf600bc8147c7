package site

import "fortyeight/site/view"

// alternates returns a page in all its languages, for search engines: each
// names itself and all others, and the root's language stands for readers of
// every other. A page in one language has none.
func (b *book) alternates(p *page) []view.Alternate {
	var all []view.Alternate
	for _, l := range b.languages {
		if one := l.page(p.name); one != nil {
			all = append(all, view.Alternate{Lang: l.code, Href: b.settings.Address + one.address})
		}
	}
	if len(all) < 2 || p.kind == notFoundPage {
		return nil
	}
	return append(all, view.Alternate{Lang: "x-default", Href: all[0].Href})
}

// others returns the entries of the switch between languages: the same page in
// each other language, or its front page with a word about that.
func (b *book) others(p *page) []view.LanguageItem {
	var items []view.LanguageItem
	for _, l := range b.languages {
		if l.code == p.lang {
			continue
		}
		item := view.LanguageItem{Lang: l.code, Name: l.frame.Language, Href: home(l.code)}
		switch one := l.page(p.name); {
		case p.kind == notFoundPage: // there is nothing here in any language
		case one != nil:
			item.Href = one.address
		default:
			item.Note = l.frame.Lacking
		}
		items = append(items, item)
	}
	return items
}

// codes returns the codes of all languages.
func (b *book) codes() []string {
	var all []string
	for _, l := range b.languages {
		all = append(all, l.code)
	}
	return all
}
