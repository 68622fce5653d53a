/** Offers the services of bundles whose code runs in other processes, in the name of these bundles. */
package spine.isolation.internal.host;
