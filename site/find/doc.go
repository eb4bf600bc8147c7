// Package find holds what "Where is my key?" knows: which questions it asks,
// which answers they have, and how each answer speaks for or against a place
// where a recovery key may be. It is read from content/find.json:
//
//	questions  in the order in which they are asked. "several" ones take any
//	           number of answers, but one that is "alone" goes with no other.
//	           A question is left out where one of "unless" was answered.
//	places     each with a weight, and points for and against it by answer,
//	           written question=answer. Points are whole numbers.
//	last       the place that ends every list
//
// [Unknown] answers every question and is worth nothing to any place. A place
// is worth its weight and the points of all answers; what is worth more comes
// first, and what is worth nothing or less is left out.
//
// The page does the same in the browser, in site/assets/find/finder.js. This
// package lists the places for readers without scripts, and is what the tests
// hold the script to.
package find
