package decode

// push and pop keep the heaviest prefix on top; of two that weigh the same the
// longer one, then the older one, so that the order never changes from run to
// run.
func (s *searcher) push(p prefix) {
	s.all = append(s.all, p)
	s.heap = append(s.heap, int32(len(s.all)-1))
	for i := len(s.heap) - 1; i > 0 && s.before(i, (i-1)/2); i = (i - 1) / 2 {
		s.heap[i], s.heap[(i-1)/2] = s.heap[(i-1)/2], s.heap[i]
	}
}

func (s *searcher) pop() int32 {
	top, last := s.heap[0], len(s.heap)-1
	s.heap[0] = s.heap[last]
	s.heap = s.heap[:last]
	for i := 0; ; {
		down := 2*i + 1
		if down+1 < last && s.before(down+1, down) {
			down++
		}
		if down >= last || !s.before(down, i) {
			return top
		}
		s.heap[i], s.heap[down] = s.heap[down], s.heap[i]
		i = down
	}
}

// before reports whether place i of the heap goes before place j.
func (s *searcher) before(i, j int) bool {
	a, b := s.heap[i], s.heap[j]
	p, q := &s.all[a], &s.all[b]
	if p.weight != q.weight {
		return p.weight > q.weight
	}
	return p.depth > q.depth || p.depth == q.depth && a < b
}
