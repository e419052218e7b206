//! Bars: the same figures as the tables, drawn. A chart is a list of shapes with whole coordinates,
//! so that a file to print and the page draw the same thing; there is no measuring of text, and no
//! library: none draws both in a browser under a strict policy and on a command line.

use std::fmt::Write;

use super::{View, text, words};
use crate::county::Point;
use crate::text::{Lang, Text, Words};

/// Bars beside labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// Its name for programs.
    pub key: &'static str,
    /// Its title.
    pub title: Words,
    /// What each of a label's bars is.
    pub series: Vec<Text>,
    /// The labels with their bars.
    pub bars: Vec<Bar>,
}

/// A label and its bars: how long, and what is written beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The label.
    pub label: Words,
    /// As many values as there are series, and each as it is shown in the table.
    pub values: Vec<(i64, String)>,
}

/// An element of a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// `rect`, `line` or `text`.
    pub tag: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// What a text says.
    pub text: String,
}

const WIDTH: i64 = 720;
const LABELS: i64 = 200;
const VALUES: i64 = 110;
const ROW: i64 = 18;
const GAP: i64 = 6;
const TOP: i64 = 26;
/// Told apart in grey too.
const COLOURS: [&str; 3] = ["#1f5c99", "#7aa7cc", "#c7772e"];

impl Chart {
    /// Width and height.
    pub fn size(&self) -> (i64, i64) {
        let count = |count: usize| i64::try_from(count).unwrap_or_default();
        let group = count(self.series.len()) * ROW + GAP;
        (WIDTH, TOP + count(self.bars.len()) * group + GAP)
    }

    /// The drawing.
    pub fn shapes(&self, lang: Lang) -> Vec<Shape> {
        let mut shapes = self.legend(lang);
        let values = self.bars.iter().flat_map(|bar| &bar.values);
        let most = values
            .map(|(value, _)| *value)
            .max()
            .unwrap_or_default()
            .max(1);
        let room = i128::from(WIDTH - LABELS - VALUES);
        let mut y = TOP;
        for bar in &self.bars {
            shapes.push(label(LABELS - 8, y + 13, "end", bar.label.get(lang)));
            for ((value, shown), colour) in bar.values.iter().zip(COLOURS) {
                let length = i128::from((*value).max(0)) * room / i128::from(most);
                let length = i64::try_from(length).unwrap_or_default().max(1);
                shapes.push(Shape {
                    tag: "rect",
                    attributes: vec![
                        ("x", LABELS.to_string()),
                        ("y", (y + 2).to_string()),
                        ("width", length.to_string()),
                        ("height", (ROW - 4).to_string()),
                        ("fill", colour.to_owned()),
                    ],
                    text: String::new(),
                });
                shapes.push(label(LABELS + length + 6, y + 13, "start", shown));
                y += ROW;
            }
            y += GAP;
        }
        let (_, height) = self.size();
        shapes.push(Shape {
            tag: "line",
            attributes: vec![
                ("x1", LABELS.to_string()),
                ("x2", LABELS.to_string()),
                ("y1", (TOP - 4).to_string()),
                ("y2", height.to_string()),
                ("stroke", "#888".to_owned()),
            ],
            text: String::new(),
        });
        shapes
    }

    /// What the colours mean, where there are several.
    fn legend(&self, lang: Lang) -> Vec<Shape> {
        let mut shapes = Vec::new();
        if self.series.len() < 2 {
            return shapes;
        }
        let mut x = LABELS;
        for (name, colour) in self.series.iter().zip(COLOURS) {
            shapes.push(Shape {
                tag: "rect",
                attributes: vec![
                    ("x", x.to_string()),
                    ("y", "4".to_owned()),
                    ("width", "12".to_owned()),
                    ("height", "12".to_owned()),
                    ("fill", colour.to_owned()),
                ],
                text: String::new(),
            });
            shapes.push(label(x + 18, 14, "start", name.get(lang)));
            x += 130;
        }
        shapes
    }

    /// The drawing as SVG text, with the figures in its description.
    pub fn svg(&self, lang: Lang) -> String {
        let (width, height) = self.size();
        let title = escaped(self.title.get(lang));
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{title}\" font-size=\"12\">"
        );
        for shape in self.shapes(lang) {
            let _ = write!(svg, "<{}", shape.tag);
            for (key, value) in &shape.attributes {
                let _ = write!(svg, " {key}=\"{}\"", escaped(value));
            }
            let _ = write!(svg, ">{}</{}>", escaped(&shape.text), shape.tag);
        }
        svg + "</svg>"
    }
}

fn label(x: i64, y: i64, anchor: &str, said: &str) -> Shape {
    Shape {
        tag: "text",
        attributes: vec![
            ("x", x.to_string()),
            ("y", y.to_string()),
            ("text-anchor", anchor.to_owned()),
        ],
        text: said.to_owned(),
    }
}

/// A text that is no markup of its own.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            letter => safe.push(letter),
        }
    }
    safe
}

/// Arrears, repaid and balance, period by period; nothing before there are two.
pub(super) fn trend(view: &View<'_>) -> Option<Chart> {
    let mut points = points(view);
    points.sort_by_key(|point| point.period.first());
    let decimals = view.decimals();
    let bar = |point: &Point| Bar {
        label: Words::same(&point.period),
        values: [point.arrears, point.repaid, point.balance]
            .map(|amount| (amount.fen(), amount.in_wan(decimals)))
            .to_vec(),
    };
    (2 <= points.len()).then(|| Chart {
        key: "trend",
        title: words("各期变化（万元）", "Period by period (CNY 10,000)"),
        series: vec![
            text("应清偿总额", "arrears"),
            text("累计清偿", "repaid"),
            text("余额", "balance"),
        ],
        bars: points.iter().map(bar).collect(),
    })
}

/// The periods before, and this one.
pub(super) fn points(view: &View<'_>) -> Vec<Point> {
    let own = Point::of(view.county, view.campaign);
    let before = view.earlier.map(|earlier| earlier.trend.as_slice());
    let mut points: Vec<Point> = before.unwrap_or(&view.county.trend).to_vec();
    if let Some(own) = own {
        points.retain(|point| point.period != own.period);
        points.push(own);
    }
    points
}
