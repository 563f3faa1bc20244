package org.ivrea.flow.json;

/// Ends the reading of a broken text. Stackless: it never leaves this package, and a hostile text may cause many.
final class SyntaxFault extends Exception {
    private static final long serialVersionUID = 1L;

    final String code;
    final int offset;
    final String explanation;

    SyntaxFault(String code, int offset, String explanation) {
        super(explanation, null, false, false);
        this.code = code;
        this.offset = offset;
        this.explanation = explanation;
    }

    static SyntaxFault syntax(int offset, String explanation) {
        return new SyntaxFault(JsonProblem.SYNTAX, offset, explanation);
    }

    static SyntaxFault limit(int offset, String explanation) {
        return new SyntaxFault(JsonProblem.LIMIT, offset, explanation);
    }
}
