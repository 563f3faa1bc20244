package org.ivrea.engine.nodes;

import org.ivrea.engine.expression.Template;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.flow.json.JsonPointer;

/// Numbers that a flow computes. What callers or services provide ends up in a switch's dial strings, so that only
/// harmless characters pass.
enum PhoneNumber {
    /// What can be dialled, a SIP address included.
    ADDRESS("+*#._-@", "letters, digits and + * # . _ - @"),
    /// A number within something else, which `@` would lead out of.
    EXTENSION("+*#._-", "letters, digits and + * # . _ -");

    private static final int LONGEST = 128;
    private static final String SEPARATORS = " ()";
    private static final String FIRST = "+*#";

    private final String marks;
    private final String words;

    PhoneNumber(String marks, String words) {
        this.marks = marks;
        this.words = words;
    }

    /// The number without spaces and brackets.
    ///
    /// @throws NodeFailure when it is none
    String of(Template template, NodeRun run) {
        String text = template.render(run.variables());
        String shown = template.renderMasked(run.variables());
        var number = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (SEPARATORS.indexOf(c) < 0) {
                number.append(c);
            }
        }
        if (number.isEmpty()) {
            throw new NodeFailure("number-empty", "The number \"" + template.source() + "\" is empty in this call; set"
                    + " what it is made of before, or check it with a decision");
        }
        if (number.length() > LONGEST) {
            throw new NodeFailure("number-wrong", "The number \"" + Summary.shortened(shown) + "\" has more than "
                    + LONGEST + " characters");
        }
        for (int i = 0; i < number.length(); i++) {
            if (!fits(number.charAt(i), i == 0)) {
                throw new NodeFailure("number-wrong", "\"" + shown + "\" is no number: it may hold " + words
                        + ", and begins with a letter, a digit or one of + * #");
            }
        }
        return number.toString();
    }

    /// Reports a fixed part that no number can have.
    void check(NodeCheck check, JsonPointer at, Template template) {
        boolean first = true;
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Part.Literal(String text)) {
                for (char c : text.toCharArray()) {
                    if (SEPARATORS.indexOf(c) >= 0) {
                        continue;
                    }
                    if (!fits(c, first)) {
                        check.error("number-wrong", at, "A number cannot have '" + c + "' "
                                + (fits(c, false) ? "at its beginning" : "in it") + "; it may hold " + words
                                + ", and values in ${…}");
                        return;
                    }
                    first = false;
                }
            }
            first = false;
        }
    }

    private boolean fits(char c, boolean first) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
                || (first ? FIRST : marks).indexOf(c) >= 0;
    }
}
