/** What this side asks of other nodes: whether they answer, and to store files. */
package spine.io.dimse.internal.send;
