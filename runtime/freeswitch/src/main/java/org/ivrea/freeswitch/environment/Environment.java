package org.ivrea.freeswitch.environment;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.http.HttpEnvironment;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.flow.project.ResourceKind;
import org.jspecify.annotations.Nullable;

/// What a server binds: the environment file.
///
/// @param names       by kind and name; services are in `http`
/// @param mostWaiting how many callers may wait in a queue, by its symbolic name; a queue that is not here takes any
///                    number
/// @param variables   channel variables that flows may set besides the usual ones; a `*` at the end stands for any rest
/// @param users       how a number without a gateway is dialled, with `{number}` for the number
public record Environment(Map<ResourceKind, Map<String, String>> names, Map<String, Integer> mostWaiting,
        List<String> variables, String users, HttpEnvironment http) implements Bindings {

    /// What stands for the number in a gateway's dial string.
    public static final String NUMBER = "{number}";
    /// How users of the switch itself are dialled where nothing else is said.
    public static final String USERS = "user/" + NUMBER;

    private static final List<String> USUAL_VARIABLES = List.of("ivrea_*", "sip_h_X-*", "sip_rh_X-*", "sip_bye_h_X-*",
            "effective_caller_id_name", "effective_caller_id_number", "default_language", "accountcode");

    public Environment {
        var copy = new EnumMap<ResourceKind, Map<String, String>>(ResourceKind.class);
        names.forEach((kind, bound) -> copy.put(kind, Map.copyOf(bound)));
        names = Map.copyOf(copy);
        mostWaiting = Map.copyOf(mostWaiting);
        variables = List.copyOf(variables);
    }

    /// Nothing is bound.
    public static Environment empty() {
        return new Environment(Map.of(), Map.of(), List.of(), USERS, HttpEnvironment.empty());
    }

    @Override
    public String bound(ResourceKind kind, String name) {
        Map<String, String> known = names.getOrDefault(kind, Map.of());
        String bound = known.get(name);
        if (bound == null && kind == ResourceKind.APPLICATION) {
            // The switch's own name; the module's list decides whether it may run.
            return name;
        }
        if (bound == null) {
            String what = kind.name().toLowerCase(Locale.ROOT);
            throw new CallFailure("not-bound", "The server does not know the " + what + " \"" + name + "\""
                    + DidYouMean.hint(name, known.keySet()) + "; have the operator bind it in the environment file");
        }
        return bound;
    }

    @Override
    public String dialString(String number, @Nullable String gateway) {
        if (gateway == null) {
            return users.replace(NUMBER, number);
        }
        String bound = bound(ResourceKind.GATEWAY, gateway);
        return bound.contains(NUMBER) ? bound.replace(NUMBER, number) : "sofia/gateway/" + bound + "/" + number;
    }

    @Override
    public int mostWaiting(String queue) {
        return mostWaiting.getOrDefault(queue, 0);
    }

    @Override
    public boolean allowsVariable(String name) {
        return matches(USUAL_VARIABLES, name) || matches(variables, name);
    }

    private static boolean matches(List<String> patterns, String name) {
        for (String pattern : patterns) {
            boolean fits = pattern.endsWith("*")
                    ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                    : name.equals(pattern);
            if (fits) {
                return true;
            }
        }
        return false;
    }

    /// Without what is bound: secrets are among it.
    @Override
    public String toString() {
        var counts = new LinkedHashMap<String, Integer>();
        names.forEach((kind, bound) -> counts.put(kind.key(), bound.size()));
        return "Environment" + counts;
    }
}
