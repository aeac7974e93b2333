namespace CstoBot;

/// <summary>
/// The database takes nothing at the moment, for example because the disk is full. The fault is not in what was to be stored: nothing of it is,
/// and it may be tried again.
/// </summary>
internal sealed class DatabaseUnavailableException(Exception innerException) : Exception(innerException.Message, innerException);
