package org.ivrea.engine.nodes;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.flow.json.JsonPointer;

/// Names of the files that calls are recorded to. A name never leads out of the folder of recordings.
final class RecordingName {
    static final String HELP = "Without folder and extension. Left out, it is made of the call's id, the node and the"
            + " time. In values, all but letters, digits and . _ - becomes an underscore.";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS");
    private static final int LONGEST = 120;

    private RecordingName() {}

    static String of(Template template, NodeRun run) {
        String name = template.render(run.variables(), RecordingName::harmless);
        if (name.isEmpty()) {
            name = harmless(run.call().id()) + "-" + run.nodeId() + "-"
                    + TIME.format(run.now().withZoneSameInstant(ZoneOffset.UTC));
        }
        if (name.startsWith(".")) {
            name = "_" + name.substring(1);
        }
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }

    static void check(NodeCheck check, JsonPointer at, Template template) {
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Part.Literal(String text) && !harmless(text).equals(text)) {
                check.error("recording-name", at, "\"" + text + "\" cannot be part of a recording's name, which holds"
                        + " letters, digits and . _ - and no folder; the server decides where recordings are kept");
                return;
            }
        }
        if (template.isSecret()) {
            check.error("recording-name", at, "The name of a recording is seen by many, but holds a secret; leave the"
                    + " secret out");
        }
    }

    private static String harmless(String value) {
        var harmless = new StringBuilder(value.length());
        for (char c : value.toCharArray()) {
            boolean fits = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.' || c == '_'
                    || c == '-';
            harmless.append(fits ? c : '_');
        }
        return harmless.toString();
    }
}
