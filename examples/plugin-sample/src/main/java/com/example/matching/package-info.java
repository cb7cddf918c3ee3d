/**
 * A sample plug-in: a loss, a critic and an application. Begin reading with {@link
 * com.example.matching.MatchingPlugin}, which registers them by name.
 */
package com.example.matching;
