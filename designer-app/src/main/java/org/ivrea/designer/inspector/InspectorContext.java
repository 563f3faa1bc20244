package org.ivrea.designer.inspector;

import org.ivrea.designer.inspector.form.Surroundings;

/// What an inspector needs of the window around it.
public interface InspectorContext extends Surroundings {}
