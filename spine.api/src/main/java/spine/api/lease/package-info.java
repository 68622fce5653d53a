/**
 * Exchange of providers while they are in use, without a failed call. {@link spine.api.lease.Leases} is the table of the
 * providers of one service type: a user takes a {@link spine.api.lease.Lease} on one of them and keeps it for a whole study, and
 * a provider that is withdrawn is hidden at once but leaves only when its last lease is closed. {@link spine.api.lease.Rank} is
 * the order in which providers serve. Begin with {@code Leases}, which also says how to call it from a Declarative Services
 * component.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package spine.api.lease;
