package org.ivrea.server.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.StatefulMetric;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;

/// What is counted. Each number of calls is told apart by project, flow and version.
public final class ServerMetrics {
    /// The format of Prometheus that [#write] writes.
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final String[] OF_CALL = {"project", "flow", "version"};
    private static final int PROJECT = 0;
    private static final int VERSION = 2;
    private static final double[] CALL_SECONDS = {1, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    final Counter started = counter("ivrea_calls_started", "Calls that a flow began to answer", OF_CALL);
    final Counter ended = counter("ivrea_calls", "Calls that are over", with("outcome"));
    final Gauge live = Gauge.builder().name("ivrea_calls_live").help("Calls in progress").labelNames(OF_CALL)
            .register(registry);
    final Histogram seconds = Histogram.builder().name("ivrea_call_duration_seconds").unit(Unit.SECONDS)
            .help("How long calls were in a flow").classicOnly().classicUpperBounds(CALL_SECONDS).labelNames(OF_CALL)
            .register(registry);
    final Counter nodes = counter("ivrea_node_steps", "Nodes that calls went through", with("type"));
    final Counter errors = counter("ivrea_errors", "Errors in flows, handled or not", with("code"));
    final Counter hangups = counter("ivrea_hangups", "How calls were hung up", with("cause", "side"));
    private final Counter activations = counter("ivrea_activations", "Activations, rollbacks and deactivations",
            "action", "result");
    private final Counter requests = counter("ivrea_admin_requests", "Requests to the admin interface", "route",
            "status");

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    private static String[] with(String... more) {
        String[] labels = new String[OF_CALL.length + more.length];
        System.arraycopy(OF_CALL, 0, labels, 0, OF_CALL.length);
        System.arraycopy(more, 0, labels, OF_CALL.length, more.length);
        return labels;
    }

    /// @param action `activate`, `rollback` or `deactivate`
    /// @param result `ok`, or the code of the failure
    public void activation(String action, String result) {
        activations.labelValues(action, result).inc();
    }

    /// @param route as in the OpenAPI document
    public void request(String route, int status) {
        requests.labelValues(route, Integer.toString(status)).inc();
    }

    /// A number that somebody else counts and that only grows.
    public void count(String name, String help, LongSupplier value) {
        CounterWithCallback.builder().name(name).help(help).callback(callback -> callback.call(value.getAsLong()))
                .register(registry);
    }

    /// A number that somebody else knows.
    public void gauge(String name, String help, LongSupplier value) {
        GaugeWithCallback.builder().name(name).help(help).callback(callback -> callback.call(value.getAsLong()))
                .register(registry);
    }

    /// Forgets what is known of versions that are gone, so that numbers do not grow with each deployment.
    ///
    /// @param kept whether a project's version, the second, stays
    public void retain(BiPredicate<String, String> kept) {
        for (StatefulMetric<?, ?> metric : List.of(started, ended, live, seconds, nodes, errors, hangups)) {
            metric.removeIf(labels -> !kept.test(labels.get(PROJECT), labels.get(VERSION)));
        }
    }

    public void write(OutputStream out) throws IOException {
        PrometheusTextFormatWriter.create().write(out, registry.scrape());
    }
}
