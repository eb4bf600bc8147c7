package keyfile

import (
	"slices"

	"fortyeight/keyformat"
)

// give gives the keys of a unit their IDs.
func (u *unit) give() {
	var open []int // keys without an ID
	for i := range u.keys {
		if u.keys[i].id.IsZero() {
			open = append(open, i)
		}
	}
	if len(open) == 0 || len(u.ids) == 0 {
		return
	}
	ids := u.bestIDs()
	if len(ids) == 0 {
		return
	}
	if len(open) == 1 && len(u.keys) == 1 {
		u.give1(&u.keys[0], ids)
		return
	}
	// Several keys: in the order of the text, IDs before their keys or after.
	if len(ids) < 2 && len(open) > 1 {
		return // the ID of the thing that has all of them
	}
	after := ids[0].at > u.keys[open[0]].at
	for n, i := range open {
		k := &u.keys[i]
		best := -1
		for j, in := range ids {
			switch {
			case !after && in.at <= k.at && (n == 0 || in.at > u.keys[open[n-1]].at):
				best = j // the last before
			case after && in.at >= k.at && best < 0 && (n+1 == len(open) || in.at < u.keys[open[n+1]].at):
				best = j // the first after
			}
		}
		if best >= 0 {
			k.id, k.pairing = ids[best].id, pairingOf(ids[best].role, k)
		}
	}
}

// give1 gives the only key of a unit its ID: one on the same value before all
// others, then the nearest.
func (u *unit) give1(k *keyIn, ids []idIn) {
	best := ids[0]
	for _, in := range ids[1:] {
		switch {
		case best.id.Match(in.id) != keyformat.NoMatch:
			if in.id.Digits() > best.id.Digits() {
				best = in // Windows 7 printed a beginning and the whole
			}
		case abs(in.at-k.at) < abs(best.at-k.at):
			best = in
		}
	}
	k.id, k.pairing = best.id, pairingOf(best.role, k)
}

// bestIDs returns the IDs of the surest role that there is.
func (u *unit) bestIDs() []idIn {
	for _, r := range []role{anID, someID, aKey, unknown} {
		var some []idIn
		for _, in := range u.ids {
			if in.role == r {
				some = append(some, in)
			}
		}
		if len(some) > 0 {
			if r == anID { // its beginning may be labelled in another way
				return some
			}
			return slices.Clip(some)
		}
	}
	return nil
}

func pairingOf(r role, k *keyIn) Pairing {
	if r == anID || r == someID || k.labelled {
		return Labelled
	}
	return Nearest
}

func abs(n int) int { return max(n, -n) }

// firstID returns the first ID of the unit, or the zero ID.
func (u *unit) firstID() (id keyformat.ID) {
	if len(u.ids) > 0 {
		id = u.ids[0].id
	}
	return id
}
