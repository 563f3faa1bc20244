package org.ivrea.designer.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.http.HttpEnvironment;
import org.ivrea.engine.simulation.Stub;

/// What the world answers. Immutable; a change holds for what a call asks next.
///
/// @param stubs    prepared answers, which come first
/// @param policies for what has no stub; a kind that is missing is as usual
/// @param http     what names of services stand for and which hosts may be reached, where HTTP is live
public record WorldSettings(List<Stub> stubs, Map<WorldKind, AnswerPolicy> policies, HttpEnvironment http) {

    public static final WorldSettings USUAL = new WorldSettings(List.of(), Map.of(), AllowedHosts.NONE);

    public WorldSettings {
        stubs = List.copyOf(stubs);
        policies = Map.copyOf(policies);
    }

    public AnswerPolicy policy(WorldKind kind) {
        return policies.getOrDefault(kind, AnswerPolicy.USUAL);
    }

    public WorldSettings withStubs(List<Stub> newStubs) {
        return new WorldSettings(newStubs, policies, http);
    }

    public WorldSettings withPolicy(WorldKind kind, AnswerPolicy policy) {
        Map<WorldKind, AnswerPolicy> changed = new EnumMap<>(WorldKind.class);
        changed.putAll(policies);
        changed.put(kind, policy);
        return new WorldSettings(stubs, changed, http);
    }

    public WorldSettings withHttp(HttpEnvironment newHttp) {
        return new WorldSettings(stubs, policies, newHttp);
    }
}
