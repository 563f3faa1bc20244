package org.ivrea.deploy.remote;

/// A call in progress on a server.
public record LiveCall(String id, String project, String flow, String version, String node, String startedAt,
        String caller) {}
