/// What came of the call scripts of a project, for people and for programs.
@NullMarked
package org.ivrea.server.cli.report;

import org.jspecify.annotations.NullMarked;
