/**
 * Which providers there are. {@link spine.runtime.internal.provider.Providers} is the component that hears of services as they come
 * and go, with a {@link spine.runtime.internal.provider.ProviderRegistry} for each kind: the table of leases, and the tracker that
 * fills it. {@link spine.runtime.internal.provider.RegistryStatus} tells the deployment which providers of a bundle are refused. The
 * times are configured ({@link spine.runtime.internal.provider.TimeSettings}).
 */
package spine.runtime.internal.provider;
