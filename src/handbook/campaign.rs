//! The format of campaign files on paper.

use std::fmt::Write;

use super::{cell, several};
use crate::schema::RECORDS;
use crate::text::{Lang, Text};

/// A line a member.
pub fn campaign_text(lang: Lang) -> String {
    let mut text = String::new();
    for record in RECORDS {
        let _ = writeln!(text, "{}  {}", record.key, record.title.get(lang));
        for member in record.members {
            let mark = if member.is_needed { "*" } else { " " };
            let (key, words) = (member.key, member.words.get(lang));
            let _ = writeln!(text, " {mark} {key}: {}  {words}", member.kind());
        }
    }
    text
}

/// A table of members for each record.
pub fn campaign_markdown(langs: &[Lang]) -> String {
    let words = |zh, en| several(langs, Text { zh, en });
    let title = words("专项行动文件的格式", "The format of campaign files");
    let heading = [
        words("成员", "member"),
        words("类型", "type"),
        words("必需", "needed"),
        words("说明", "what it says"),
    ];
    let heading = heading.join("|");
    let mut page = format!("# {title}\n");
    for record in RECORDS {
        let title = several(langs, record.title);
        let _ = writeln!(page, "\n## `{}` {title}\n", record.key);
        let _ = writeln!(page, "|{heading}|\n|---|---|---|---|");
        for member in record.members {
            let needed = if member.is_needed { "✓" } else { "" };
            let kind = cell(&member.kind());
            let words = cell(&several(langs, member.words));
            let _ = writeln!(page, "|`{}`|`{kind}`|{needed}|{words}|", member.key);
        }
    }
    page
}
