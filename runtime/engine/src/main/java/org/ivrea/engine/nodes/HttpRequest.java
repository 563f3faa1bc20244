package org.ivrea.engine.nodes;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.HttpOutcome;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.expression.Values;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.Next;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.node.NodeInfo;
import org.ivrea.engine.node.NodeRun;
import org.ivrea.engine.node.NodeType;
import org.ivrea.engine.node.VariableTarget;
import org.ivrea.engine.prompt.Prompt;
import org.ivrea.flow.json.JsonPointer;

@NodeInfo(name = "http", label = "HTTP request", group = NodeGroup.CONNECT, icon = "globe", waits = true, help = "Asks a web service and puts what it replies into variables.")
public record HttpRequest(
        @Field(label = "Service", help = "Its name in the project; the server knows its address and credentials.", resource = "service") String service,
        @Field(label = "Method", def = "\"get\"") Method method,
        @Field(label = "Path", help = "Below the service's address. Values in ${…} are encoded.", def = "\"/\"", max = 4_000) Template path,
        @Field(label = "Query", max = 50) List<Parameter> query,
        @Field(label = "Headers", max = 50) List<Parameter> headers,
        @Field(label = "Body kind", def = "\"json\"") BodyKind bodyKind,
        @Field(label = "Body", help = "Values in ${…} are escaped as the kind asks; text in JSON still needs its quotes.", optional = true, max = 100_000) Template body,
        @Field(label = "Timeout", help = "For the whole exchange, each try.", def = "5000", min = 100, max = 120_000, unit = Field.Unit.MILLISECONDS) int timeoutMs,
        @Field(label = "Retries", help = "After a network error or a 5xx reply, for methods that are safe to repeat.", def = "0", min = 0, max = 5) int retries,
        @Field(label = "Largest reply", help = "The server may allow less.", def = "262144", min = 1, max = 16_777_216, unit = Field.Unit.BYTES, advanced = true) int maxResponseBytes,
        @Field(label = "Outputs", help = "What is taken from the reply.", max = 100) List<Output> outputs,
        @Field(label = "Status goes to", help = "Variable that receives the status code.", optional = true, advanced = true, setOn = {
                "success", "clientError", "serverError"}) VariableTarget status,
        @Field(label = "Meanwhile", help = "What the caller hears while waiting, from 300 ms on, so that a quick reply cuts no word off.", optional = true) Prompt meanwhile)
        implements
            Node {

    static final Exit SUCCESS = new Exit("success", "The service replied with a status of 200 to 299.");
    static final Exit CLIENT_ERROR = new Exit("clientError",
            "The service refused: a status of 400 to 499, or one that has no other exit.");
    static final Exit SERVER_ERROR = new Exit("serverError", "The service failed: a status of 500 to 599.");
    static final Exit TIMEOUT = new Exit("timeout", "No reply in time.");
    static final Exit NETWORK_ERROR = new Exit("networkError",
            "No reply: no connection, not allowed by the server, or a reply too large.");
    private static final List<Exit> EXITS = List.of(SUCCESS, CLIENT_ERROR, SERVER_ERROR, TIMEOUT, NETWORK_ERROR);

    /// The request's method.
    public enum Method {
        GET, POST, PUT, PATCH, DELETE, HEAD
    }

    /// How a body is written, and so how values in it are escaped.
    public enum BodyKind {
        JSON("application/json"), FORM("application/x-www-form-urlencoded"), TEXT("text/plain; charset=utf-8");

        private final String contentType;

        BodyKind(String contentType) {
            this.contentType = contentType;
        }

        String escape(String value) {
            return switch (this) {
                case JSON -> HttpText.inJson(value);
                case FORM -> HttpText.inUri(value);
                case TEXT -> value;
            };
        }
    }

    /// A header, or a part of the query.
    public record Parameter(@Field(label = "Name", max = 200) String name,
            @Field(label = "Value", optional = true, max = 8_000) Template value) {}

    /// One value of a reply.
    public record Output(
            @Field(label = "Variable", setOn = "success", maybeSet = "optional") VariableTarget variable,
            @Field(label = "Value at", help = "JSON pointer into the reply, such as /account/balance; left out: the whole reply.", optional = true) String pointer,
            @Field(label = "May be missing", help = "The variable then keeps its value; otherwise the exit error is taken.", def = "false") boolean optional) {}

    @AutoService(NodeType.class)
    public static final class Type extends NodeType {
        public Type() {
            super(HttpRequest.class);
        }
    }

    @Override
    public List<Exit> exits() {
        return EXITS;
    }

    @Override
    public Next run(NodeRun run) {
        HttpOutcome outcome = run.perform(request(run));
        return switch (outcome) {
            case HttpOutcome.Reply reply -> replied(run, reply);
            case HttpOutcome.TimedOut(String reason) -> {
                run.because(reason);
                yield TIMEOUT;
            }
            case HttpOutcome.Failed(String reason) -> {
                run.because(reason);
                yield NETWORK_ERROR;
            }
        };
    }

    private Operation.HttpExchange request(NodeRun run) {
        var shown = new StringBuilder();
        String target = HttpText.target(path, query, run.variables(), shown);
        Map<String, String> sent = new TreeMap<>();
        for (Parameter header : headers) {
            sent.put(header.name(), header.value().render(run.variables()));
        }
        boolean hasBody = !body.isEmpty();
        return new Operation.HttpExchange(run.nodeId(), service, method.name(), target, shown.toString(), sent,
                hasBody ? bodyKind.contentType : null,
                hasBody ? body.render(run.variables(), bodyKind::escape) : null,
                timeoutMs, retries, Math.min(maxResponseBytes, run.maxResponseBytes()), run.audio(meanwhile));
    }

    private Exit replied(NodeRun run, HttpOutcome.Reply reply) {
        run.set(status, (long) reply.status());
        run.because("status " + reply.status());
        int hundreds = reply.status() / 100;
        if (hundreds == 2) {
            takeOutputs(run, reply);
            return SUCCESS;
        }
        return hundreds == 5 ? SERVER_ERROR : CLIENT_ERROR;
    }

    private void takeOutputs(NodeRun run, HttpOutcome.Reply reply) {
        if (outputs.isEmpty()) {
            return;
        }
        Object value = HttpText.isJson(reply.contentType()) ? parsed(reply.body()) : reply.body();
        for (Output output : outputs) {
            Object found = HttpText.find(value, output.pointer());
            if (found != null && found != Values.NULL) {
                run.set(output.variable(), found);
            } else if (!output.optional()) {
                throw new NodeFailure("reply-incomplete", "The reply of \"" + service + "\" has nothing at "
                        + (output.pointer().isEmpty() ? "its root" : output.pointer())
                        + "; correct the pointer, or let the output be missing");
            }
        }
    }

    private Object parsed(String text) {
        try {
            return Values.parseJson(text);
        } catch (IllegalArgumentException e) {
            throw new NodeFailure("reply-no-json", "The reply of \"" + service + "\" says it is JSON but is not: "
                    + e.getMessage());
        }
    }

    @Override
    public void check(NodeCheck check) {
        HttpText.checkPath(path, check);
        for (int i = 0; i < headers.size(); i++) {
            HttpText.checkHeader(headers.get(i).name(), check.pointer().child("headers").child(i).child("name"), check);
        }
        for (int i = 0; i < outputs.size(); i++) {
            try {
                JsonPointer.parse(outputs.get(i).pointer());
            } catch (IllegalArgumentException e) {
                check.error("http-pointer", check.pointer().child("outputs").child(i).child("pointer"),
                        "\"" + outputs.get(i).pointer() + "\" is no JSON pointer: " + e.getMessage()
                                + "; write it such as /account/balance");
            }
        }
        if (!body.isEmpty() && (method == Method.GET || method == Method.HEAD)) {
            check.warning("http-body", check.pointer().child("body"), "Services ignore the body of a "
                    + method.name() + "; use the query, or post");
        }
    }

    @Override
    public String summary() {
        return Summary.shortened(method.name() + " " + service.toLowerCase(Locale.ROOT) + path.source());
    }
}
