package org.ivrea.engine.script;

/// Writes call scripts. A written script, read again, is the same script.
public final class CallScriptWriter {
    private CallScriptWriter() {}

    public static String write(CallScript script) {
        var text = new StringBuilder();
        for (CallScript.Line line : script.lines()) {
            String statement = StatementText.of(line.statement());
            text.append(statement);
            if (line.comment() != null) {
                text.append(statement.isEmpty() ? "#" : "  #").append(line.comment().isEmpty() ? "" : " ")
                        .append(line.comment());
            }
            text.append('\n');
        }
        return text.toString();
    }
}
