//! Closed lists: one macro, so that a list's codes, words and readings stand in one place.

use std::borrow::Cow;
use std::marker::PhantomData;
use std::num::NonZero;

use crate::amount::Unit;
use crate::ledger::cell::{Cell, Choice, Kind, Stored};
use crate::text::{Lines, cut, fold, folded, join, split};

/// A closed list of values.
pub trait Vocabulary: Copy + PartialEq + 'static {
    /// Every value with its words, in the order forms show them.
    const OPTIONS: &'static [Choice];
    /// The values, in the same order.
    const ALL: &'static [Self];

    /// The value's place in the list.
    fn index(self) -> usize;

    /// The value's code and words.
    fn choice(self) -> &'static Choice {
        // INVARIANT: the macro writes one option for each value, in the same order.
        Self::OPTIONS.get(self.index()).unwrap_or(&NAMELESS)
    }

    /// The value a code, a label or another word in use stands for.
    fn find(text: &str) -> Option<Self> {
        Self::ALL.get(place(Self::OPTIONS, text)?).copied()
    }
}

/// The place in a list of what a code, a label or another word in use stands for.
pub(super) fn place(options: &[Choice], text: &str) -> Option<usize> {
    // Files have codes, and a list has those first.
    if let Some(place) = coded(options, text) {
        return Some(place);
    }
    // Most other texts are a label, letter by letter.
    let is_label = |option: &Choice| option.0.line(1) == text;
    options.iter().position(is_label).or_else(|| {
        let wanted = fold(text);
        let is_meant = |word| folded(word).eq(wanted.chars());
        options
            .iter()
            .position(|option| option.0.each().any(is_meant))
    })
}

/// The place in a list of a code.
pub(crate) fn coded(options: &[Choice], text: &str) -> Option<usize> {
    let is_it = |option: &Choice| {
        // Cheaper than to find where the code ends.
        let Lines(words) = option.0;
        words.as_bytes().get(text.len()) == Some(&b'\n') && words.starts_with(text)
    };
    // More than one line is no code, though words may begin with it.
    options
        .iter()
        .position(is_it)
        .filter(|_| text.bytes().all(|byte| byte != b'\n'))
}

static NAMELESS: Choice = Choice(Lines(""));

/// One or more values of a list, each once, in the list's order.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Several<V> {
    /// A bit for each value, that of the first lowest: a debt has four such lists, and they lie in it.
    bits: NonZero<u32>,
    of: PhantomData<V>,
}

impl<V: Vocabulary> Several<V> {
    fn of(bits: u32) -> Option<Self> {
        const { assert!(V::ALL.len() <= 32) };
        NonZero::new(bits).map(|bits| Self {
            bits,
            of: PhantomData,
        })
    }

    /// Whether a value is among them.
    pub fn has(&self, value: V) -> bool {
        self.bits.get() & bit(value.index()) != 0
    }

    /// The values.
    pub fn values(&self) -> impl Iterator<Item = V> {
        V::ALL.iter().copied().filter(|value| self.has(*value))
    }
}

/// The bit of a place in a list.
fn bit(place: usize) -> u32 {
    u32::try_from(place)
        .ok()
        .and_then(|place| 1_u32.checked_shl(place))
        .unwrap_or(0)
}

fn bits_of(places: &[usize]) -> u32 {
    places.iter().fold(0, |bits, place| bits | bit(*place))
}

/// Those of a list that have their bit. One copy for all lists, as what follows.
#[inline(never)]
fn chosen(options: &'static [Choice], bits: u32) -> Vec<&'static Choice> {
    let places = options.iter().enumerate();
    places
        .filter(|(place, _)| bits & bit(*place) != 0)
        .map(|(_, option)| option)
        .collect()
}

#[inline(never)]
fn labels(options: &'static [Choice], bits: u32) -> String {
    let chosen = chosen(options, bits);
    let labels: Vec<_> = chosen.iter().map(|one| one.label().zh).collect();
    join(&labels, "、")
}

#[inline(never)]
fn codes(options: &'static [Choice], bits: u32) -> Stored<'static> {
    let chosen = chosen(options, bits);
    Stored::List(chosen.iter().map(|one| one.code()).collect())
}

/// Codes as a file has them, in the list's order.
#[inline(never)]
fn coded_bits(options: &[Choice], text: &str) -> Option<u32> {
    if let Some(one) = coded(options, text) {
        return Some(bit(one));
    }
    let mut bits = 0;
    let mut rest = Some(text);
    while let Some(codes) = rest {
        let parts = cut(codes, "、");
        let (code, _) = parts.unwrap_or((codes, ""));
        rest = parts.map(|(_, after)| after);
        let next = bit(coded(options, code)?);
        // What came before has lower bits.
        if next <= bits {
            return None;
        }
        bits |= next;
    }
    Some(bits)
}

impl<V: Vocabulary> Cell for Several<V> {
    const KIND: Kind = Kind::Choices {
        options: V::OPTIONS,
    };

    fn read(text: &str, _: Unit) -> Option<Self> {
        Self::of(bits_of(&places(V::OPTIONS, text)?))
    }

    fn print(&self, _: Unit) -> String {
        labels(V::OPTIONS, self.bits.get())
    }

    fn stored(&self) -> Stored<'_> {
        codes(V::OPTIONS, self.bits.get())
    }

    fn restore(text: &str) -> Option<Self> {
        Self::of(coded_bits(V::OPTIONS, text)?)
    }
}

/// For [`vocabulary!`]: a value by its words, a line each.
pub(crate) const fn choice(words: Lines) -> Choice {
    Choice(words)
}

/// The most parts a label falls into (无预算、超预算、未经批准自行安排支出).
const PARTS: usize = 3;

/// The places of all the options a text names, in the list's order. As some labels hold a comma,
/// the most parts that make one option are that option.
pub(super) fn places(options: &[Choice], text: &str) -> Option<Vec<usize>> {
    let mut parts = split(text, &['、', ',', '，', ';', '；', '/', '\n']);
    parts.retain(|part| !part.trim().is_empty());
    let mut rest = parts.as_slice();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let next = (1..=PARTS.min(rest.len())).rev().find_map(|count| {
            let (run, after) = rest.split_at(count);
            let place = match run {
                [one] => place(options, one),
                _ => place(options, &join(run, "、")),
            };
            Some((place?, after))
        });
        let (place, after) = next?;
        found.push(place);
        rest = after;
    }
    found.sort_unstable();
    found.dedup();
    (!found.is_empty()).then_some(found)
}

/// Declares a closed list: an enum, its codes, its Chinese and English words, and the other words
/// clerks use for each value.
///
/// `vocabulary! { /// Doc. Name { Variant "code" "中文" "English" ["also"] ; … } }` expands to
/// `enum Name`, `impl Vocabulary for Name` and `impl Cell for Name`.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident {
        $( $variant:ident $code:literal $zh:literal $en:literal [$($also:literal),* $(,)?] ; )+
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $( #[doc = $zh] $variant, )+ }
        $crate::ledger::vocabulary::words! { $name { $( $variant $code $zh $en [$($also),*] ; )+ } }
    };
}

/// The half of [`vocabulary!`] that gives an enum declared elsewhere its words.
macro_rules! words {
    ($name:ident {
        $( $variant:ident $code:literal $zh:literal $en:literal [$($also:literal),* $(,)?] ; )+
    }) => {
        impl $crate::ledger::vocabulary::Vocabulary for $name {
            const OPTIONS: &'static [$crate::ledger::cell::Choice] = &[$(
                $crate::ledger::vocabulary::choice(
                    $crate::text::Lines(concat!($code, "\n", $zh, "\n", $en, "\n" $(, $also, "\n")*))
                ),
            )+];
            const ALL: &'static [Self] = &[$( Self::$variant ),+];
            fn index(self) -> usize { self as usize }
        }
        impl $crate::ledger::cell::Cell for $name {
            const KIND: $crate::ledger::cell::Kind = $crate::ledger::cell::Kind::Choice {
                options: <$name as $crate::ledger::vocabulary::Vocabulary>::OPTIONS,
            };
            fn read(text: &str, _: $crate::amount::Unit) -> Option<Self> {
                <Self as $crate::ledger::vocabulary::Vocabulary>::find(text)
            }
            fn restore(text: &str) -> Option<Self> {
                let place = $crate::ledger::vocabulary::coded(
                    <Self as $crate::ledger::vocabulary::Vocabulary>::OPTIONS, text)?;
                <Self as $crate::ledger::vocabulary::Vocabulary>::ALL.get(place).copied()
            }
            fn print(&self, _: $crate::amount::Unit) -> String {
                $crate::ledger::vocabulary::label(
                    <Self as $crate::ledger::vocabulary::Vocabulary>::choice(*self))
            }
            fn stored(&self) -> $crate::ledger::cell::Stored<'_> {
                $crate::ledger::vocabulary::stored(
                    <Self as $crate::ledger::vocabulary::Vocabulary>::choice(*self))
            }
        }
    };
}

/// A value's label, as people see it. One copy for all lists.
#[inline(never)]
pub(crate) fn label(choice: &Choice) -> String {
    choice.label().zh.to_owned()
}

/// A value's code, as the file writes it. One copy for all lists.
#[inline(never)]
pub(crate) fn stored(choice: &Choice) -> Stored<'static> {
    Stored::Text(Cow::Borrowed(choice.code()))
}

pub(crate) use {vocabulary, words};
