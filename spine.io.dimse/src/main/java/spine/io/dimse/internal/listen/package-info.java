/** The listener: takes connections within limits, and serves the messages of each association on a thread of its own. */
package spine.io.dimse.internal.listen;
