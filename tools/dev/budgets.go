package main

import (
	"context"
	"errors"
	"slices"

	"fortyeight/tools/internal/pipeline"
)

// checkBudgets builds everything and weighs it.
func checkBudgets(ctx context.Context, r *report) error {
	built, err := pipeline.Run(ctx, &r.details)
	if err != nil {
		return err
	}
	programs, page, err := pipeline.Budgets(ctx, built)
	if err != nil {
		return err
	}
	if err := writeSizes(r.live, programs, page); err != nil {
		return err
	}
	over := func(b pipeline.Budget) bool { return b.Over }
	if slices.ContainsFunc(slices.Concat(programs, page), over) {
		return errors.New("a bound is broken: the table above says which; a new import is the usual reason")
	}
	return nil
}
