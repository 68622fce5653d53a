/** What is done with the messages that a peer sends of its own accord, whoever has asked for the association. */
package spine.io.dimse.internal.service;
