package org.ivrea.designer.workspace.search;

/// What a text in a project is for.
public enum SearchKind {
    /// The name of a flow, an id of a node, the name of an exit.
    NAME, LABEL, NOTE,
    /// What callers hear, and other text for people.
    TEXT, EXPRESSION, VARIABLE,
    /// Any other value, such as a file or a queue.
    VALUE
}
