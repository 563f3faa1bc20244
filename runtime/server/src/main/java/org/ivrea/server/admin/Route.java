package org.ivrea.server.admin;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.ivrea.deploy.store.StoreFailure;
import org.ivrea.server.run.Refusal;
import org.ivrea.server.token.Role;
import org.jspecify.annotations.Nullable;

/// One thing that can be asked for, with all that the OpenAPI document says of it.
///
/// @param path     below `/api/v1`, with `{name}` for parts that stand for something
/// @param role     that one needs; `null` when everybody may ask
/// @param query    what may stand behind the `?`, and what it means
/// @param body     schema of the request's body; `null` for none, `package` for a package
/// @param outcomes by status: the schema of the body, or a media type where it is no JSON; empty for no body
record Route(String method, String path, @Nullable Role role, String summary, Map<String, String> query,
        @Nullable String body, SequencedMap<Integer, String> outcomes, Action action) {

    /// What a failure's body looks like.
    static final String ERROR = "Error";
    /// A body that is a package.
    static final String PACKAGE = "package";

    interface Action {
        Reply answer(Ask ask) throws ApiFailure, StoreFailure, Refusal, IOException;
    }

    static Route get(String path, @Nullable Role role, String summary, String outcome, Action action) {
        return new Route("GET", path, role, summary, Map.of(), null, outcomes(role, Reply.OK, outcome), action);
    }

    static Route change(String method, String path, Role role, String summary, @Nullable String body, int status,
            String outcome, Action action) {
        return new Route(method, path, role, summary, Map.of(), body, outcomes(role, status, outcome), action);
    }

    private static SequencedMap<Integer, String> outcomes(@Nullable Role role, int status, String outcome) {
        var outcomes = new LinkedHashMap<Integer, String>();
        outcomes.put(status, outcome);
        if (role != null) {
            outcomes.put(401, ERROR);
            if (role != Role.VIEWER) {
                outcomes.put(403, ERROR);
            }
        }
        return outcomes;
    }

    Route with(int status, String outcome) {
        var more = new LinkedHashMap<>(outcomes);
        more.put(status, outcome);
        return new Route(method, path, role, summary, query, body, more, action);
    }

    /// The same, which may also fail in these ways.
    Route failing(int... statuses) {
        Route route = this;
        for (int status : statuses) {
            route = route.with(status, ERROR);
        }
        return route;
    }

    Route asking(SequencedMap<String, String> names) {
        return new Route(method, path, role, summary, names, body, outcomes, action);
    }

    /// The values of the path's parts.
    ///
    /// @param parts of a path, as `/` parts them
    /// @return `null` when the path is another one
    @Nullable
    Map<String, String> match(List<String> parts) {
        List<String> own = List.of(path.split("/", -1));
        if (own.size() != parts.size()) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < own.size(); i++) {
            String part = own.get(i);
            if (part.startsWith("{")) {
                values.put(part.substring(1, part.length() - 1), parts.get(i));
            } else if (!part.equals(parts.get(i))) {
                return null;
            }
        }
        return values;
    }
}
