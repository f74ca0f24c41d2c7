/**
 * @tsunagu/schema/meeting: the law's fork. With the person's consent a 重層的支援会議 may make a plan; without it only a 支援会議 (社会福祉法第106条の6) may
 * look at the case. The records of the two cannot be mixed up, neither in types nor in data.
 */
export { forumIds, groundIds, groundWords, type ForumId, type GroundId } from './choices.js';
export { duties, dutiesFor, dutyIds, dutyLead, dutyWords, type Duty, type DutyId } from './duties.js';
export {
  decideForum,
  type ForumCase,
  type ForumDecision,
  type LeftOut,
  type PlanMeetingForum,
  type RoomShare,
  type SingleDesk,
  type SupportConferenceForum,
} from './forum.js';
export { provisions, type Provision, type ProvisionId } from './legal.js';
export {
  meetingLimits,
  meetingShapes,
  meetingVersion,
  type AskAgain,
  type Attendee,
  type BoundMember,
  type MeetingShapes,
  type PlanMeetingData,
  type Role,
  type SupportConferenceData,
} from './meeting.schema.js';
export {
  mayTellAt,
  parsePlanMeeting,
  planMeeting,
  provePlanConsent,
  type NoProof,
  type PlanConsent,
  type PlanMeeting,
  type PlanMeetingDetails,
  type Proof,
} from './plan-meeting.js';
export {
  groundsFor,
  parseSupportConference,
  supportConference,
  underDuty,
  type BoundMembers,
  type Grounds,
  type Member,
  type SupportConference,
  type SupportConferenceDetails,
} from './support-conference.js';
