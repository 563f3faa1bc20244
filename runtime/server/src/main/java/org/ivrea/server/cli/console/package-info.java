/// What all commands share: where they write, in which colours, and how they fail.
@NullMarked
package org.ivrea.server.cli.console;

import org.jspecify.annotations.NullMarked;
