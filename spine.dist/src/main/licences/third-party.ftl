Software of others in this release, and its licences; where there are several, each user chooses.

<#list dependencyMap as entry>
<#assign part = entry.getKey()>
<#if part.groupId != "spine">
${part.groupId}:${part.artifactId} ${part.version}
    <#list entry.getValue() as licence>${licence}<#sep>; </#list>
</#if>
</#list>
