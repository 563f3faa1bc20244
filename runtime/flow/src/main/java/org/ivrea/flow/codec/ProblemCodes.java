package org.ivrea.flow.codec;

/// The codes of the problems that files of the flow language can have, beside those of
/// [org.ivrea.flow.json.JsonProblem]. docs/checks.md explains each.
public final class ProblemCodes {
    /// The file has no `formatVersion`, or one that never existed.
    public static final String FORMAT_VERSION = "format-version";
    /// The file was made by a newer release.
    public static final String FORMAT_NEWER = "format-newer";
    /// The file is of an older version and was brought up to date in memory.
    public static final String FORMAT_MIGRATED = "format-migrated";
    /// A member that must be there is not.
    public static final String MEMBER_MISSING = "member-missing";
    /// A value is of the wrong JSON type.
    public static final String MEMBER_TYPE = "member-type";
    /// A member that this release does not know; it is kept.
    public static final String MEMBER_UNKNOWN = "member-unknown";
    /// A node id breaks the rule for ids.
    public static final String NODE_ID = "node-id";
    /// A variable's type is none of the known ones.
    public static final String VARIABLE_TYPE = "variable-type";
    /// A variable's name cannot be used in an expression.
    public static final String VARIABLE_NAME = "variable-name";
    /// The name of an exit is empty or listed twice.
    public static final String EXIT_NAME = "exit-name";
    /// A place in the layout is not understood and is ignored.
    public static final String LAYOUT_PLACE = "layout-place";
    /// The layout places a node that does not exist.
    public static final String LAYOUT_STALE = "layout-stale";
    /// There are more problems than are listed.
    public static final String MORE_PROBLEMS = "more-problems";
    /// A file or folder cannot be read.
    public static final String FILE_UNREADABLE = "file-unreadable";
    /// A file's name breaks the rule for names.
    public static final String FILE_NAME = "file-name";
    /// A symbolic link leads out of the project.
    public static final String FILE_OUTSIDE = "file-outside";
    /// The project holds more files than allowed.
    public static final String FILE_COUNT = "file-count";
    /// The main flow of a project does not exist.
    public static final String MAIN_MISSING = "main-missing";
    /// A language tag is not well-formed, or listed twice.
    public static final String LANGUAGE = "language";
    /// The project's time zone is none.
    public static final String TIME_ZONE = "time-zone";
    /// A kind of resource is none of the known ones.
    public static final String RESOURCE_KIND = "resource-kind";

    private ProblemCodes() {}
}
