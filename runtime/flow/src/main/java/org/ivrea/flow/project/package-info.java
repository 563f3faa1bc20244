/// A project on disk: a folder with `project.json`, `flows/`, `prompts/<language>/` and `tests/`.
@NullMarked
package org.ivrea.flow.project;

import org.jspecify.annotations.NullMarked;
