/** Peers for the tests of a network: other programs, and sockets that send whatever bytes they like. */
package spine.io.dimse.tck.peer;
