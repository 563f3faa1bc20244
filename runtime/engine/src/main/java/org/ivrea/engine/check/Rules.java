package org.ivrea.engine.check;

import java.util.List;
import java.util.ServiceLoader;

/// The rules that there are.
final class Rules {
    static final List<FlowRule> OF_FLOWS = load(FlowRule.class);
    static final List<ProjectRule> OF_PROJECTS = load(ProjectRule.class);

    private Rules() {}

    private static <R> List<R> load(Class<R> type) {
        return ServiceLoader.load(type, Rules.class.getClassLoader()).stream().map(ServiceLoader.Provider::get)
                .toList();
    }
}
