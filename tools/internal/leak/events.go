package leak

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/domstorage"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
)

// fromEvent says what a report of the browser means, if it means anything here.
func fromEvent(event any) (record, bool) {
	const by = "the browser's report "
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		data := []string{e.Request.URL + e.Request.URLFragment, fmt.Sprint(e.Request.Headers)}
		for _, one := range e.Request.PostDataEntries {
			data = append(data, string(one.Bytes))
		}
		return record{wayOfType(e.Type), by + "of a request, " + string(e.Type), e.DocumentURL, data, isStrange(e)}, true
	case *network.EventWebSocketCreated:
		return record{Socket, by + "of a socket", "", []string{e.URL}, true}, true
	case *network.EventWebSocketFrameSent:
		return record{Socket, by + "of what a socket sends", "", []string{string(e.Response.PayloadData)}, true}, true
	case *network.EventWebTransportCreated:
		return record{Socket, by + "of WebTransport", "", []string{e.URL}, true}, true
	case *page.EventFrameRequestedNavigation:
		return record{Navigation, by + "of a navigation that was asked for", "", []string{e.URL}, false}, true
	case *page.EventFrameNavigated:
		return record{Navigation, by + "of a navigation", "", []string{e.Frame.URL + e.Frame.URLFragment, e.Frame.Name}, false}, true
	case *page.EventNavigatedWithinDocument:
		return record{Navigation, by + "of a navigation within the page", "", []string{e.URL}, false}, true
	case *page.EventWindowOpen:
		return record{Navigation, by + "of a window", "", []string{e.URL, e.WindowName}, true}, true
	case *browser.EventDownloadWillBegin:
		return record{Download, by + "of a download", "", []string{e.URL, e.SuggestedFilename}, false}, true
	case *domstorage.EventDomStorageItemAdded:
		return record{Storage, by + "of what is stored", e.StorageID.SecurityOrigin, []string{e.Key, e.NewValue}, true}, true
	case *domstorage.EventDomStorageItemUpdated:
		return record{Storage, by + "of what is stored", e.StorageID.SecurityOrigin, []string{e.Key, e.NewValue}, true}, true
	case *target.EventTargetInfoChanged:
		return record{History, by + "of title and address", "", []string{e.TargetInfo.Title, e.TargetInfo.URL}, false}, true
	case *runtime.EventConsoleAPICalled:
		return record{Console, by + "of the console", "", []string{marshal(e.Args)}, true}, true
	case *runtime.EventExceptionThrown:
		return record{Console, by + "of an exception", "", []string{marshal(e.ExceptionDetails)}, true}, true
	case *log.EventEntryAdded:
		// What the browser says by itself stands in the same console.
		return record{Console, by + "of its own lines", e.Entry.URL, []string{e.Entry.Text, e.Entry.URL, marshal(e.Entry.Args)}, false}, true
	}
	return record{}, false
}

// isStrange reports whether a request says more than which file is wanted.
func isStrange(e *network.EventRequestWillBeSent) bool {
	address, err := url.Parse(e.Request.URL)
	if err != nil || address.RawQuery != "" || e.Request.Method != "GET" || e.Request.HasPostData {
		return true
	}
	switch address.Scheme {
	case "data":
		return false // goes nowhere
	case "blob":
		return e.Type != network.ResourceTypeOther && e.Type != network.ResourceTypeScript && e.Type != network.ResourceTypeDocument
	}
	return !strings.HasPrefix(address.Host, "127.0.0.1:") && !strings.HasPrefix(address.Host, "localhost:")
}

func wayOfType(kind network.ResourceType) Way {
	switch kind {
	case network.ResourceTypeFetch, network.ResourceTypeXHR, network.ResourceTypePreflight:
		return Request
	case network.ResourceTypePing:
		return Beacon
	case network.ResourceTypeDocument:
		return Navigation
	case network.ResourceTypeEventSource, network.ResourceTypeWebSocket:
		return Socket
	case network.ResourceTypePrefetch:
		return Hint
	}
	return Load
}

func marshal(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		return err.Error()
	}
	return string(text)
}
