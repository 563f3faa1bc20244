package org.ivrea.engine.script;

/// A line that cannot be read.
final class ScriptFault extends Exception {
    private static final long serialVersionUID = 1;

    /// In UTF-16 units from the start of the line.
    final int column;
    final String explanation;

    ScriptFault(int column, String explanation) {
        super(explanation, null, false, false);
        this.column = column;
        this.explanation = explanation;
    }
}
