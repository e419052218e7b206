//! A session's methods by their names, for hosts of other languages: one way in and one way out,
//! instead of a window for each method.

use std::vec;

use super::{EditError, Session};
use crate::json::{Json, Tree};

/// What a method is called with, one by one.
struct Given(vec::IntoIter<Tree>);

impl Given {
    fn read(call: &str) -> Result<Self, EditError> {
        match Tree::parse(call) {
            Ok(Tree::List(given)) => Ok(Self(given.into_iter())),
            _ => Err(EditError::Call),
        }
    }

    fn text(&mut self) -> Result<String, EditError> {
        self.0.next().and_then(text).ok_or(EditError::Call)
    }

    fn number(&mut self) -> Result<usize, EditError> {
        self.0
            .next()
            .as_ref()
            .and_then(number)
            .ok_or(EditError::Call)
    }

    fn flag(&mut self) -> Result<bool, EditError> {
        match self.0.next() {
            Some(Tree::Flag(flag)) => Ok(flag),
            _ => Err(EditError::Call),
        }
    }

    fn numbers(&mut self) -> Result<Vec<usize>, EditError> {
        match self.0.next() {
            Some(Tree::List(items)) => {
                let numbers: Option<_> = items.iter().map(number).collect();
                numbers.ok_or(EditError::Call)
            }
            _ => Err(EditError::Call),
        }
    }

    /// Rows; `None` where they are left out.
    fn lines(&mut self) -> Result<Option<Vec<usize>>, EditError> {
        match self.0.as_slice().first() {
            None | Some(Tree::Null) => Ok(None),
            Some(_) => self.numbers().map(Some),
        }
    }

    /// A list of texts; `None` where it is left out.
    fn listed(&mut self) -> Result<Option<Vec<String>>, EditError> {
        match self.0.next() {
            None | Some(Tree::Null) => Ok(None),
            Some(Tree::List(items)) => {
                let texts: Option<_> = items.into_iter().map(text).collect();
                texts.ok_or(EditError::Call).map(Some)
            }
            Some(_) => Err(EditError::Call),
        }
    }

    fn texts(&mut self) -> Result<Vec<String>, EditError> {
        self.listed()?.ok_or(EditError::Call)
    }
}

fn number(tree: &Tree) -> Option<usize> {
    match tree {
        Tree::Number(number) => usize::try_from(*number).ok(),
        _ => None,
    }
}

fn text(tree: Tree) -> Option<String> {
    match tree {
        Tree::Text(text) => Some(text),
        _ => None,
    }
}

/// The debt and the texts of each record, which stand one after the other.
fn records(rows: Vec<usize>, keys: &[String], texts: &[String]) -> Vec<(usize, Vec<String>)> {
    let texts = texts.chunks(keys.len().max(1)).map(<[_]>::to_vec);
    rows.into_iter().zip(texts).collect()
}

impl Session {
    /// Calls a method by its name: a JSON array of the name and what the method is called with, in
    /// its order. The answer is the method's, as JSON.
    ///
    /// # Errors
    /// What the method returns; [`EditError::Call`] when there is no such method, or it is called
    /// with something else.
    ///
    /// ```
    /// use arrears_ledger::{campaign::Campaign, session::Session};
    /// let today = chrono::NaiveDate::from_ymd_opt(2022, 6, 10).unwrap();
    /// let mut session = Session::new(Campaign::yexian_2022(), today);
    /// session.call(r#"["insert_rows", 0, 1]"#)?;
    /// session.call(r#"["set_cell", 0, "debtor_name", "叶县水利局"]"#)?;
    /// assert_eq!(session.call(r#"["rows", 0, 1, ["debtor_name"]]"#)?, r#"[["叶县水利局"]]"#);
    /// # Ok::<(), arrears_ledger::session::EditError>(())
    /// ```
    pub fn call(&mut self, call: &str) -> Result<String, EditError> {
        let mut given = Given::read(call)?;
        let given = &mut given;
        let method = given.text()?;
        let change = match method.as_str() {
            "set_cell" => self.set_cell(given.number()?, &given.text()?, &given.text()?),
            "set_header" => self.set_header(&given.text()?, &given.text()?),
            "set_child" => {
                let (row, table, child) = (given.number()?, given.text()?, given.number()?);
                self.set_child(row, &table, child, &given.text()?, &given.text()?)
            }
            "add_child" => self.add_child(given.number()?, &given.text()?),
            "remove_child" => self.remove_child(given.number()?, &given.text()?, given.number()?),
            "insert_rows" => self.insert_rows(given.number()?, given.number()?),
            "remove_lines" => self.remove_lines(&given.numbers()?),
            "remove_rows" => self.remove_rows(given.number()?, given.number()?),
            "duplicate_row" => self.duplicate_row(given.number()?),
            "move_rows" => self.move_rows(given.number()?, given.number()?, given.number()?),
            "fill_down" => self.fill_down(given.number()?, given.number()?, &given.texts()?),
            "choose_unit" => self.choose_unit(&given.text()?),
            "set_plans" => {
                let (rows, keys) = (given.numbers()?, given.texts()?);
                self.set_plans(&keys, &records(rows, &keys, &given.texts()?))
            }
            "add_records" => {
                let (rows, table, keys) = (given.numbers()?, given.text()?, given.texts()?);
                self.add_records(&table, &keys, &records(rows, &keys, &given.texts()?))
            }
            "repair" => self.repair_all(&given.texts()?),
            "confirm" => self.confirm_all(&given.texts()?, &given.text()?),
            "undo" => Ok(self.undo()),
            "redo" => Ok(self.redo()),
            other => return self.told(other, given),
        };
        Ok(said(&change?))
    }

    /// The methods that answer something else than a change.
    fn told(&mut self, method: &str, given: &mut Given) -> Result<String, EditError> {
        Ok(match method {
            "opened" => said(&self.opened()),
            "overview" => said(&self.overview()),
            "findings" => said(&self.findings()),
            "header" => said(&self.header()),
            "rows" => said(&self.rows(given.number()?, given.number()?, &given.texts()?)?),
            "row" => said(&self.row(given.number()?)?),
            "subject" => said(&self.subject(given.number()?)?),
            "preview" => {
                let (row, keys, text) = (given.number()?, given.texts()?, given.text()?);
                said(&self.preview(
                    row,
                    &keys,
                    &text,
                    given.listed()?.as_deref(),
                    given.lines()?.as_deref(),
                )?)
            }
            "paste" => {
                let (row, keys, text) = (given.number()?, given.texts()?, given.text()?);
                said(&self.paste_as(
                    row,
                    &keys,
                    &text,
                    given.listed()?.as_deref(),
                    given.lines()?.as_deref(),
                )?)
            }
            "pieces" => said(&self.pieces(given.flag()?)),
            "came_in" => {
                let rows = given.numbers()?;
                self.came_in(rows.into_iter().zip(given.texts()?).collect());
                said(&None::<String>)
            }
            "submission" => said(&self.submission().map_err(|_| EditError::NotReady)?),
            _ => return Err(EditError::Call),
        })
    }
}

fn said(answer: &dyn Json) -> String {
    answer.text()
}
