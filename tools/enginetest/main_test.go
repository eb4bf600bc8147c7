package enginetest

import (
	"context"
	"fmt"
	"os"
	"testing"

	"fortyeight/tools/internal/engine"
	"fortyeight/tools/internal/pipeline"
)

const (
	sample   = "042647-302313-590458-071500-554323-116567-412181-516978" // cryptsetup's test image bitlk-aes-cbc-128
	sampleID = "3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C"
)

var built *pipeline.Built

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	var err error
	if built, err = pipeline.Run(context.Background(), os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return engine.Main(m)
}
