/** A TCP connection that no peer can hold for longer than it is allowed to. */
package spine.io.dimse.internal.connection;
