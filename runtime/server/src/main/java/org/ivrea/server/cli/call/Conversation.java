package org.ivrea.server.cli.call;

import java.io.PrintWriter;
import org.ivrea.engine.script.Transcript;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.engine.trace.TraceSink;
import org.ivrea.server.cli.console.Style;

/// Shows a call while it happens.
public final class Conversation implements TraceSink {
    private final PrintWriter out;
    private final Style style;
    private final boolean path;

    /// @param path true to show the nodes and exits, too
    public Conversation(PrintWriter out, Style style, boolean path) {
        this.out = out;
        this.style = style;
        this.path = path;
    }

    @Override
    public void accept(long atMs, TraceEvent event) {
        Transcript.Line line = Transcript.line(new TraceJson.Timed(atMs, event));
        if (line != null) {
            String text = Style.printable(line.toString());
            out.println(switch (line.who()) {
                case Transcript.CALLER -> style.accent(text);
                case Transcript.FLOW -> line.what().startsWith("[") ? style.faint(text) : text;
                default -> style.faint(text);
            });
        } else if (path) {
            way(atMs, event);
        }
        out.flush();
    }

    private void way(long atMs, TraceEvent event) {
        String what = switch (event) {
            case TraceEvent.NodeEntered entered -> entered.flow() + "/" + entered.node();
            case TraceEvent.ExitTaken taken -> taken.flow() + "/" + taken.node() + "." + taken.exit()
                    + (taken.reason().isEmpty() ? "" : " (" + taken.reason() + ")");
            case TraceEvent.VariableSet set -> set.name() + " = " + set.value();
            default -> "";
        };
        if (!what.isEmpty()) {
            out.println(style.faint(Style.printable(new Transcript.Line(atMs, "·", what).toString())));
        }
    }
}
