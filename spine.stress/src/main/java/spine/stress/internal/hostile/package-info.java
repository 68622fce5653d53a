/** What nobody should hand to the platform, made from what is good by rules and a seed: damaged studies and bad bundles. */
package spine.stress.internal.hostile;
