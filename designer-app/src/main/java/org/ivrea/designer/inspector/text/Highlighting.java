package org.ivrea.designer.inspector.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.ivrea.engine.expression.ExpressionProblem;

/// Which letters of an expression or a template look how.
final class Highlighting {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<string>\"(?:[^\"\\\\]|\\\\.)*\"?|'(?:[^'\\\\]|\\\\.)*'?)|(?<number>\\b\\d+(?:\\.\\d+)?\\b)"
                    + "|(?<word>\\b(?:true|false|null|in)\\b)");
    private static final String PROBLEM = "problem";

    private Highlighting() {}

    /// @param isTemplate whether expressions stand in `${…}` only
    static StyleSpans<Collection<String>> of(String text, boolean isTemplate, List<ExpressionProblem> problems) {
        String[] styles = new String[text.length()];
        if (isTemplate) {
            for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at)) {
                int end = TemplatePlaces.end(text, at);
                boolean escaped = at > 0 && text.charAt(at - 1) == '$';
                if (!escaped) {
                    fill(styles, at, end, "computed");
                }
                at = Math.max(at + 2, end);
            }
        } else {
            Matcher token = TOKEN.matcher(text);
            while (token.find()) {
                fill(styles, token.start(), token.end(), token.group("string") != null
                        ? "string"
                        : token.group("number") != null ? "number" : "word");
            }
        }
        boolean[] wrong = new boolean[text.length()];
        problems.forEach(problem -> underline(text, wrong, problem.offset()));
        return spans(styles, wrong);
    }

    private static void fill(String[] styles, int from, int to, String style) {
        for (int index = from; index < Math.min(to, styles.length); index++) {
            styles[index] = style;
        }
    }

    /// The word at the place, or the one letter; at the end of the text, the last letter.
    private static void underline(String text, boolean[] wrong, int offset) {
        if (text.isEmpty()) {
            return;
        }
        int from = Math.clamp(offset, 0, text.length() - 1);
        int to = from + 1;
        if (Character.isJavaIdentifierPart(text.charAt(from))) {
            while (to < text.length() && Character.isJavaIdentifierPart(text.charAt(to))) {
                to++;
            }
        }
        for (int index = from; index < to; index++) {
            wrong[index] = true;
        }
    }

    private static StyleSpans<Collection<String>> spans(String[] styles, boolean[] wrong) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        int from = 0;
        for (int index = 1; index <= styles.length; index++) {
            boolean same = index < styles.length && Objects.equals(styles[index], styles[from])
                    && wrong[index] == wrong[from];
            if (!same) {
                List<String> classes = new ArrayList<>();
                if (styles[from] != null) {
                    classes.add(styles[from]);
                }
                if (wrong[from]) {
                    classes.add(PROBLEM);
                }
                spans.add(classes, index - from);
                from = index;
            }
        }
        if (styles.length == 0) {
            spans.add(List.of(), 0);
        }
        return spans.create();
    }
}
