using System.ComponentModel.DataAnnotations;
using Gauntlet.Host.Running;

namespace Gauntlet.Host.Settings;

/// <summary>A setting that is a pace of paper trading.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PaceAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is string text && Pace.TryParse(text, out _));
}
