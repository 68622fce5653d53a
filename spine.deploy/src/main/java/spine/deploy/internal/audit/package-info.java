/**
 * The audit log, which is only written, and the ledger of what it says is deployed, by which a change is noted once,
 * whichever process of a home made it.
 */
package spine.deploy.internal.audit;
