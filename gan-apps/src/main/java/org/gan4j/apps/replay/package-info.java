/** Memories of earlier fakes, which critics learn from besides the newest ones. */
package org.gan4j.apps.replay;
