package org.ivrea.freeswitch.flows;

/// Which version of a project it is.
///
/// @param version the author's; empty where a project is no package
/// @param sha256  of the package; empty where it is none
public record ProjectVersion(String version, String sha256) {

    /// A folder that is no package.
    public static final ProjectVersion NONE = new ProjectVersion("", "");
}
