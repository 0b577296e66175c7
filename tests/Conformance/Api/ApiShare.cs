namespace Gauntlet.Conformance.Tests.Api;

/// <summary>The parts of the official surface.</summary>
internal enum ApiShare
{
    /// <summary>Ordinary applications use it.</summary>
    Essential,

    /// <summary>Neither essential nor apart.</summary>
    Rest,

    /// <summary>Nexus, cloud operations, and what the official package calls experimental or obsolete.</summary>
    Apart,
}
