package arrears

import (
	"encoding/json"
	"sort"
	"time"
)

// File is a file by its bytes, and what answers are to call it.
type File struct {
	Name  string
	Bytes []byte
}

// Options of a check. The zero value is a check for today in China with messages in Chinese.
type Options struct {
	// Today is the day to check for, YYYY-MM-DD.
	Today string
	// Lang is the language of messages, "zh" or "en".
	Lang string
	// Previous is what the unit handed in before.
	Previous *File
	// Campaign is a campaign file; without it, the one the module carries.
	Campaign *File
	// Data are newer files of dated facts.
	Data []File
}

// members are those of a call; files and lists of files are told apart from the rest by their type.
type members map[string]any

func (options Options) members() members {
	given := members{"today": options.Today}
	if options.Today == "" {
		china := time.FixedZone("China", 8*60*60)
		given["today"] = time.Now().In(china).Format(time.DateOnly)
	}
	if options.Lang != "" {
		given["lang"] = options.Lang
	}
	if options.Previous != nil {
		given["previous"] = *options.Previous
	}
	if options.Campaign != nil {
		given["campaign"] = *options.Campaign
	}
	if options.Data != nil {
		given["data"] = options.Data
	}
	return given
}

type placed struct {
	Name  string `json:"name,omitempty"`
	Bytes int    `json:"bytes"`
}

// call writes a call byte by byte: its line, and behind it the files in the order of their members'
// names.
func call(name string, given members) ([]byte, error) {
	line := map[string]any{"call": name}
	var behind []byte
	place := func(file File) placed {
		behind = append(behind, file.Bytes...)
		return placed{file.Name, len(file.Bytes)}
	}
	keys := make([]string, 0, len(given))
	for key := range given {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	for _, key := range keys {
		switch value := given[key].(type) {
		case File:
			line[key] = place(value)
		case []File:
			list := make([]placed, 0, len(value))
			for _, file := range value {
				list = append(list, place(file))
			}
			line[key] = list
		default:
			line[key] = value
		}
	}
	request, err := json.Marshal(line)
	if err != nil {
		return nil, err
	}
	request = append(request, '\n')
	return append(request, behind...), nil
}
