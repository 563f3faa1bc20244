package org.ivrea.engine.simulation;

import java.util.stream.Collectors;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.DialTarget;
import org.ivrea.engine.expression.Template;

/// Operations in a few words, for traces: nothing in them may be secret.
public final class Details {
    private Details() {}

    public static String of(Operation.Dial dial) {
        return dial.targets().stream().map(Details::of).collect(Collectors.joining(", "));
    }

    public static String of(DialTarget target) {
        return switch (target) {
            case DialTarget.Named(String destination) -> destination;
            case DialTarget.Number(String number, String gateway, boolean secret) ->
                (secret ? Template.MASK : number) + (gateway == null ? "" : " via " + gateway);
        };
    }

    /// What a stub for the target names.
    public static String subject(DialTarget target) {
        return switch (target) {
            case DialTarget.Named(String destination) -> destination;
            case DialTarget.Number(String number, _, _) -> number;
        };
    }

    /// Keys sent to others are often numbers that must not be seen.
    public static String of(Operation.SendDtmf dtmf) {
        return dtmf.digits().length() + " keys";
    }

    public static String of(Operation.Listen listen) {
        return listen.grammar() == null ? listen.language() : listen.language() + " " + listen.grammar();
    }

    public static String of(Operation.SetChannelVariable set) {
        return set.name() + " = " + (set.secret() ? Template.MASK : set.value());
    }

    /// Without the query, which is where keys and tokens stand.
    public static String of(Operation.HttpExchange http) {
        int query = http.shownPath().indexOf('?');
        String path = query < 0 ? http.shownPath() : http.shownPath().substring(0, query);
        return http.method() + " " + http.service() + path;
    }

    public static String outcome(Operation.HttpOutcome outcome) {
        return switch (outcome) {
            case Operation.HttpOutcome.Reply reply -> Integer.toString(reply.status());
            case Operation.HttpOutcome.TimedOut timedOut -> timedOut.reason();
            case Operation.HttpOutcome.Failed failed -> failed.reason();
        };
    }
}
