/** Serves the connections of a listener: each association on a thread of its own, message by message. */
package spine.io.dimse.internal.listen;
