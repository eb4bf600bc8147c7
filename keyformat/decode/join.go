package decode

// sameKey is how likely two readings of one key must be to agree on it, as the
// product of its probabilities in both, for them to be taken for readings of
// one key. Readings of two keys agree on nothing: by chance one time in 2^128.
const sameKey = 1e-18

// maxJoin bounds the places among which two readings of one key are looked
// for. A photo is read twice, a key printed in two places; more places are a
// list of keys, and comparing each with each would stall.
const maxJoin = 6

// joinFloor is how much better than by chance a damaged reading must agree with
// some key to be compared with others: one with three groups that cannot be read
// does.
const joinFloor = 1e6 * noKey

// join makes one sighting of every two that can be readings of the same key: a
// photo read twice, or a key that is printed in two places.
func join(list []sighting) []joined {
	var out []joined
next:
	for i := range list {
		s := &list[i]
		for j := range out {
			if out[j].take(s, len(list) <= maxJoin) {
				continue next
			}
		}
		out = append(out, joined{one: s, keys: s.keys, whole: s.whole})
	}
	return out
}

// A joined sighting is one, or two of the same key.
type joined struct {
	one, other *sighting
	keys       []found
	whole      float64
}

// take joins s to j if they can be the same key. Two damaged readings are only
// compared among few.
func (j *joined) take(s *sighting, few bool) bool {
	if j.one.clean || s.clean {
		clean, noisy := j.one, s
		if s.clean {
			clean, noisy = s, j.one
		}
		for _, k := range noisy.keys {
			if k.digits == clean.keys[0].digits {
				j.one, j.other, j.keys, j.whole = clean, nil, clean.keys, clean.whole
				return true
			}
		}
		return false
	}
	if j.other != nil || !few || j.whole < joinFloor || s.whole < joinFloor {
		return false
	}
	keys := search(j.one.lattices, s.lattices)
	if len(keys) == 0 || keys[0].weight < sameKey*j.one.whole*s.whole {
		return false
	}
	j.other, j.whole = s, 0
	for i, k := range keys {
		if j.whole += k.weight; k.weight < unlikely*j.whole {
			keys = keys[:i]
			break
		}
	}
	j.keys = keys
	return true
}
