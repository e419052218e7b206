//! The kinds of problems: a line each.

use axum::http::StatusCode;

/// What kinds there are; programs tell them apart by `type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Query,
    CutOff,
    NotFound,
    Method,
    NotAcceptable,
    Slow,
    Chain,
    TooLarge,
    ContentType,
    Findings,
    Fault,
    Busy,
    Full,
}

impl Kind {
    /// Status, the last word of the type, and the titles.
    pub(super) const fn row(self) -> (StatusCode, &'static str, &'static str, &'static str) {
        use StatusCode as S;
        match self {
            Self::Query => (
                S::BAD_REQUEST,
                "query",
                "查询参数有误",
                "the query is not as described",
            ),
            Self::CutOff => (
                S::BAD_REQUEST,
                "cut-off",
                "文件没有传完",
                "the upload broke off",
            ),
            Self::NotFound => (
                S::NOT_FOUND,
                "not-found",
                "没有找到",
                "there is no such thing",
            ),
            Self::Method => (
                S::METHOD_NOT_ALLOWED,
                "method",
                "不支持这种请求方法",
                "the method is not for this",
            ),
            Self::NotAcceptable => (
                S::NOT_ACCEPTABLE,
                "not-acceptable",
                "没有所要的格式",
                "it does not come in that form",
            ),
            Self::Slow => (
                S::REQUEST_TIMEOUT,
                "slow",
                "上传太慢",
                "the upload took too long",
            ),
            Self::Chain => (
                S::CONFLICT,
                "chain",
                "版次不接续",
                "the chain of revisions would break",
            ),
            Self::TooLarge => (
                S::PAYLOAD_TOO_LARGE,
                "too-large",
                "文件过大",
                "the file is too large",
            ),
            Self::ContentType => (
                S::UNSUPPORTED_MEDIA_TYPE,
                "content-type",
                "应上传 JSON 文件",
                "the upload should be JSON",
            ),
            Self::Findings => (
                S::UNPROCESSABLE_ENTITY,
                "findings",
                "文件有错误，已退回",
                "the file was refused for errors",
            ),
            Self::Fault => (
                S::INTERNAL_SERVER_ERROR,
                "fault",
                "服务出错",
                "a fault of the service",
            ),
            Self::Busy => (
                S::SERVICE_UNAVAILABLE,
                "busy",
                "上传太多，请稍后再试",
                "too many uploads at once: come again",
            ),
            Self::Full => (
                S::INSUFFICIENT_STORAGE,
                "full",
                "收件已满",
                "no more files are taken",
            ),
        }
    }
}

impl Kind {
    /// Whether the upload was read to its end before.
    pub(super) const fn is_of_a_whole_file(self) -> bool {
        matches!(self, Self::Findings | Self::Chain | Self::Full)
    }
}
