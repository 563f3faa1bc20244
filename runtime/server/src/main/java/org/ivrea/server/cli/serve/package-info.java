/// The server's commands: run it, its journeys, its tokens.
@NullMarked
package org.ivrea.server.cli.serve;

import org.jspecify.annotations.NullMarked;
